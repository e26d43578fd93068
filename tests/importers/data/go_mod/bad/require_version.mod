require (
	example.com/a master
	example.com/b latest
	example.com/c 1.0.0
	example.com/d v1.0.0.0
	example.com/e v01.0.0
	example.com/f v1.2-pre
	example.com/g ""
)
