require (
	example.com/a v2.0.0
	example.com/b/v2 v1.0.0
	example.com/c/v2 v3.0.0+incompatible
	gopkg.in/yaml.v2 v3.0.0
)
