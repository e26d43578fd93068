// Reads files from stdin, each behind a line with its length, and prints what
// Go's own parser makes of each: as `go mod edit` reads it, as a dependency's,
// as a go.work, and its shape. Each answer stands behind a line with its length.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// What the go command prints, key by key; a list that is nil prints null.
type (
	titled struct {
		Path       string
		Deprecated string `json:",omitempty"`
	}
	setting struct{ Key, Value string }
	need    struct {
		Path     string
		Version  string `json:",omitempty"`
		Indirect bool   `json:",omitempty"`
	}
	swap      struct{ Old, New module.Version }
	withdrawn struct {
		Low       string `json:",omitempty"`
		High      string `json:",omitempty"`
		Rationale string `json:",omitempty"`
	}
	named  struct{ Path string }
	member struct{ DiskPath string }
	goMod  struct {
		Module    titled
		Go        string    `json:",omitempty"`
		Toolchain string    `json:",omitempty"`
		GoDebug   []setting `json:",omitempty"`
		Require   []need
		Exclude   []module.Version
		Replace   []swap
		Retract   []withdrawn
		Tool      []named
		Ignore    []named
	}
	goWork struct {
		Go      string `json:",omitempty"`
		Use     []member
		Replace []swap
	}
)

func each[From, To any](list []From, turn func(From) To) []To {
	var out []To
	for _, item := range list {
		out = append(out, turn(item))
	}
	return out
}

func toSwap(r *modfile.Replace) swap { return swap{r.Old, r.New} }

func printed(value any) string {
	text, err := json.MarshalIndent(value, "", "\t")
	if err != nil {
		panic(err)
	}
	return "J" + string(text) + "\n"
}

func printMod(f *modfile.File) string {
	f.SortBlocks() // drops repetitions, as `go mod edit` does
	f.Cleanup()    // and what has no name
	var out goMod
	if f.Module != nil {
		out.Module = titled{f.Module.Mod.Path, f.Module.Deprecated}
	}
	if f.Go != nil {
		out.Go = f.Go.Version
	}
	if f.Toolchain != nil {
		out.Toolchain = f.Toolchain.Name
	}
	out.GoDebug = each(f.Godebug, func(g *modfile.Godebug) setting { return setting{g.Key, g.Value} })
	out.Require = each(f.Require, func(r *modfile.Require) need { return need{r.Mod.Path, r.Mod.Version, r.Indirect} })
	out.Exclude = each(f.Exclude, func(x *modfile.Exclude) module.Version { return x.Mod })
	out.Replace = each(f.Replace, toSwap)
	out.Retract = each(f.Retract, func(r *modfile.Retract) withdrawn { return withdrawn{r.Low, r.High, r.Rationale} })
	out.Tool = each(f.Tool, func(t *modfile.Tool) named { return named{t.Path} })
	out.Ignore = each(f.Ignore, func(i *modfile.Ignore) named { return named{i.Path} })
	return printed(out)
}

func printWork(f *modfile.WorkFile) string {
	f.SortBlocks()
	f.Cleanup()
	var out goWork
	if f.Go != nil {
		out.Go = f.Go.Version
	}
	out.Use = each(f.Use, func(u *modfile.Use) member { return member{u.Path} })
	out.Replace = each(f.Replace, toSwap)
	return printed(out)
}

var place = regexp.MustCompile(`(?:^|\s)go\.mod:(\d+)`)

// The lines that an error names.
func refused(err error) string {
	out := "E"
	for _, match := range place.FindAllStringSubmatch(err.Error(), -1) {
		out += " " + match[1]
	}
	return out
}

func comments(mark string, list []modfile.Comment) string {
	out := ""
	for _, c := range list {
		out += mark + "<" + c.Token + ">"
	}
	return out
}

func spot(p modfile.Position) string { return fmt.Sprintf("%d:%d", p.Line, p.LineRune) }

// Where statements stand and which comments are theirs.
func shape(f *modfile.File) string {
	var out strings.Builder
	for _, statement := range f.Syntax.Stmt {
		own := statement.Comment()
		around := comments("^", own.Before) + comments("$", own.Suffix)
		switch x := statement.(type) {
		case *modfile.CommentBlock:
			fmt.Fprintf(&out, "comments %s\n", around)
		case *modfile.Line:
			fmt.Fprintf(&out, "line %s%s\n", spot(x.Start), around)
		case *modfile.LineBlock:
			fmt.Fprintf(&out, "block %s%s ( %s\n", spot(x.Start), around, comments("$", x.LParen.Suffix))
			for _, line := range x.Line {
				fmt.Fprintf(&out, "- %s%s%s\n", spot(line.Start), comments("^", line.Before), comments("$", line.Suffix))
			}
			fmt.Fprintf(&out, ") %s%s\n", comments("^", x.RParen.Before), comments("$", x.RParen.Suffix))
		}
	}
	fmt.Fprintf(&out, "file %s\n", comments("$", f.Syntax.Before))
	return out.String()
}

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	answer := func(text string) { fmt.Fprintf(out, "%d\n%s", len(text), text) }
	for {
		var size int
		if _, err := fmt.Fscanf(in, "%d\n", &size); err != nil {
			return
		}
		data := make([]byte, size)
		if _, err := io.ReadFull(in, data); err != nil {
			panic(err)
		}
		if f, err := modfile.Parse("go.mod", data, nil); err != nil {
			answer(refused(err))
		} else {
			answer(printMod(f))
		}
		tree := "none"
		if f, err := modfile.ParseLax("go.mod", data, nil); err != nil {
			answer(refused(err))
		} else {
			tree = shape(f)
			answer(printMod(f))
		}
		if f, err := modfile.ParseWork("go.mod", data, nil); err != nil {
			answer(refused(err))
		} else {
			answer(printWork(f))
		}
		answer(tree)
	}
}
