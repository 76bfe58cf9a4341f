package tests

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var block = regexp.MustCompile("(?ms)^```go\n(.*?)^```$")

// fragments is a program with the blocks that are none, which may use what it declares.
const fragments = `package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	postern "github.com/postern-dev/postern-client-go"
	"github.com/postern-dev/postern-client-go/apig"
)

func main() {
	ctx, project, endpoint := context.Background(), os.Getenv("POSTERN_PROJECT_ID"), os.Getenv("POSTERN_STRICT_ENDPOINT")
	password := os.Getenv("POSTERN_PASSWORD")
	accessKey, secretKey := os.Getenv("POSTERN_ACCESS_KEY"), os.Getenv("POSTERN_SECRET_KEY")
	client, err := postern.New(endpoint, postern.AccessKey(accessKey, secretKey, project))
	if err != nil {
		log.Fatal(err)
	}
FRAGMENTS
	for _, made := range []*postern.Client{client, withToken, withKey} {
		if _, _, err := made.APIG.GatewayAPI.ListInstancesV2(ctx, project).Execute(); err != nil {
			log.Fatal(err)
		}
	}
}
`

func TestTheReadmeOfThePackage(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var parts, programs []string
	for _, found := range block.FindAllStringSubmatch(string(readme), -1) {
		if strings.HasPrefix(found[1], "package ") {
			programs = append(programs, found[1])
		} else {
			parts = append(parts, found[1])
		}
	}
	if len(programs) != 1 || len(parts) != 4 {
		t.Fatalf("%d programs, %d parts", len(programs), len(parts))
	}
	// No other run has made a gateway there.
	program := strings.Replace(programs[0], "my-project", fmt.Sprintf("go-%x", time.Now().UnixNano()), 1)
	if printed := run(t, program); !strings.HasPrefix(printed, "demo ") {
		t.Errorf("the program prints %s", printed)
	}
	printed := run(t, strings.Replace(fragments, "FRAGMENTS", strings.Join(parts, ""), 1))
	if !strings.Contains(printed, "404 APIC.7302 Instance not found ") || !strings.HasSuffix(printed, "true\n") {
		t.Errorf("the parts print %s", printed)
	}
}

// The few lines of client-gen/README.md, which the build leaves beside this package.
func TestTheReadmeOfAllClients(t *testing.T) {
	program, err := os.ReadFile("../../readme.txt")
	if os.IsNotExist(err) {
		t.Skip("not in the build of Postern")
	}
	if err != nil {
		t.Fatal(err)
	}
	if printed := run(t, string(program)); !strings.Contains(printed, "in all") {
		t.Errorf("it prints %s", printed)
	}
}

// run builds a program inside of this module, where it finds the client, and gives what it prints.
func run(t *testing.T, program string) string {
	t.Helper()
	folder, err := os.MkdirTemp(".", "readme-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	if err := os.WriteFile(filepath.Join(folder, "main.go"), []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	printed, err := exec.Command("go", "run", "./"+folder).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, printed)
	}
	return string(printed)
}
