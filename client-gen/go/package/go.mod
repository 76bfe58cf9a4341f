module github.com/postern-dev/postern-client-go

// The first with iterators; older ones get no fixes any more.
go 1.23.0
