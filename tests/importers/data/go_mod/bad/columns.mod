require (
	example.com/é中😀 v1.0.0 ​
	"example.com/é" ü
	ÿ v1
)
