module example.com/m

retract v2.0.0
retract [v1.0.0, v1.1]
retract v1.2.3
