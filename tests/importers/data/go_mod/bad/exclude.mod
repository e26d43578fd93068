exclude example.com/a
exclude example.com/a v1.x
exclude example.com/a v2.0.0
