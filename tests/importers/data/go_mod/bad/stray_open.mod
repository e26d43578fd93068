module example.com/m
(
	example.com/a v1.0.0
)
