module example.com/m

godebug (
	default=go1.21
	default=1.21
	default=gox
	panicnil=1
	panicnill=1
	x509sha1=1
	foo=bar
)
