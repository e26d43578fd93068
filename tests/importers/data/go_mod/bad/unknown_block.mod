requires (
	example.com/a v1.0.0
)
require indirect (
	example.com/b v1.0.0
)
use (
	.
)
x (
)
