replace (
	example.com/a => example.com/b
	example.com/a => example.com/b@v1.0.0
	example.com/a => b
	example.com/a => ./b v1.0.0
	example.com/a => ..\b
	example.com/a => C:\b
	example.com/a => example.com/b master
)
