module example.com/m

tool (
	example.com/a
	"a b"
	-x
)
