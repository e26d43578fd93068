module example.com/m

require (
<<<<<<< HEAD
	example.com/a v1.2.0
=======
	example.com/a v1.3.0
>>>>>>> branch
)
