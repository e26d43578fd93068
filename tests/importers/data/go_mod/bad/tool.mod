tool
tool example.com/a example.com/b
tool example.com/a@v1.0.0
tool `a`
