module example.com/a

// Later, by a merge.
module example.com/b
