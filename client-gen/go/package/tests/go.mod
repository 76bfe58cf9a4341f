// A module of its own, so that the tests and what they alone need are not published.
module github.com/postern-dev/postern-client-go/tests

go 1.23.0

require github.com/postern-dev/postern-client-go v0.0.0

replace github.com/postern-dev/postern-client-go => ../
