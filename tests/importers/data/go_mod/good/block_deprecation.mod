// Deprecated: all of it
module (
	example.com/m
)
