"""Shares of people: who is counted, what they have, and which claim says so."""
