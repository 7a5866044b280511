"""Rules about reviews, successions and disputes."""
