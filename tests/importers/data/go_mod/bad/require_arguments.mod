require
require example.com/a
require example.com/a v1.0.0 v1.1.0
require example.com/a, v1.0.0
require (
	example.com/b
	example.com/c v1.0.0 indirect
)
