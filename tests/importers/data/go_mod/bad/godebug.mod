godebug a
godebug a = b
godebug "a=b"
godebug a=b,c=d
godebug (
	a='b'
)
godebug
