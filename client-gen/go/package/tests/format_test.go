package tests

import (
	"os/exec"
	"path/filepath"
	"testing"
)

func TestWhatIsWrittenByHandIsFormatted(t *testing.T) {
	for _, pattern := range []string{"../*.go", "../internal/*/*.go", "*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %v", pattern, files, err)
		}
		if unformatted, err := exec.Command("gofmt", append([]string{"-l"}, files...)...).CombinedOutput(); err != nil || len(unformatted) > 0 {
			t.Errorf("%s, %v", unformatted, err)
		}
	}
}
