// The shop.
//
// Deprecated: use example.com/store instead,
// it has <fewer> "bugs" & more.
//
// More words.
module example.com/shop // a suffix

go 1.25.1

toolchain go1.25.3

godebug default=go1.21

godebug (
	panicnil=1
	http2client=0 // why not
)

// Direct ones.
require (
	github.com/spf13/cobra v1.8.0
	"golang.org/x/text" "v0.14.0" // indirect; for the tests

	// Alone.
	gopkg.in/yaml.v3 v3.0.1
	golang.org/x/net v0.0.0-20220722155237-a158d28d115b //indirect
	github.com/docker/docker v20.10.7+incompatible // indirect, but not marked so
) // the end

require golang.org/x/sys v0.1 // not indirect

exclude golang.org/x/net v1.2.3
exclude (
	golang.org/x/net v1.2.4
	golang.org/x/net v1.2.3
)

replace golang.org/x/net => ./net
replace (
	golang.org/x/text v0.14.0 => example.com/fork/text v0.14.1
	example.com/spaced => "../with space"
	golang.org/x/net => ../net2
)

// Published by accident.
retract v1.0.0

retract (
	[v1.1.0, v1.2.0] // contains
	// both
	v1.3.0
	[v1.4, "v1.5.0-rc.1"]
)

tool golang.org/x/tools/cmd/stringer

tool (
	example.com/shop/internal/gen
	golang.org/x/tools/cmd/stringer
)

ignore ./node_modules

ignore (
	static
	"./with space"
)
