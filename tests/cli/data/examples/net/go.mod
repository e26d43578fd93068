module golang.org/x/net

go 1.18

require golang.org/x/text v0.23.0
