"""The claims that a draft may mean, and how its figure compares with theirs."""
