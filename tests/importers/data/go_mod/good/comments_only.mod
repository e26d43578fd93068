// nothing

// here
