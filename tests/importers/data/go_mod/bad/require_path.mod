require (
	example.com/a/v1 v1.0.0
	example.com/b/v02 v2.0.0
	example.com/c/v2.0 v2.0.0
	gopkg.in/yaml v1.0.0
)
