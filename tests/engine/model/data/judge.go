// Answers what the Go distribution's own packages say of pairs of texts. The
// test copies this file beside copies of those packages and builds it.
//
// Each input line is two texts in hexadecimal; each output line the answers,
// in the order of go_agreement_test.cc, separated by spaces.
package main

import (
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/gover"
	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"
)

// reason is the innermost text of an error in ASCII, in hexadecimal.
func reason(err error) string {
	if err == nil {
		return "-"
	}
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	var b strings.Builder
	for _, r := range err.Error() {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			fmt.Fprintf(&b, "\\U%08x", r)
		}
	}
	return text(b.String())
}

func text(s string) string { return "x" + hex.EncodeToString([]byte(s)) }

func spelling(s string, err error) string {
	if err != nil {
		return "-"
	}
	return text(s)
}

func answers(a, b string) []any {
	prefix, major, ok := module.SplitPathVersion(a)
	return []any{
		semver.Compare(a, b), text(module.CanonicalVersion(a)),
		text(semver.Major(a)), text(semver.Prerelease(a)), text(semver.Build(a)),
		module.IsPseudoVersion(a), gover.IsValid(a), gover.IsLang(a),
		gover.Compare(a, b), reason(module.CheckPath(a)),
		reason(module.CheckImportPath(a)), text(prefix), text(major), ok,
		reason(module.CheckPathMajor(a, b)), spelling(module.EscapePath(a)),
		spelling(module.EscapeVersion(a)),
	}
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		words := strings.Split(in.Text(), " ")
		a, _ := hex.DecodeString(words[0])
		b, _ := hex.DecodeString(words[1])
		fmt.Fprintln(out, answers(string(a), string(b))...)
	}
}
