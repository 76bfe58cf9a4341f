package dev.postern.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What stands before every command; without one, {@link Cli} serves. */
@Command(name = "postern", mixinStandardHelpOptions = true, versionProvider = Version.class,
    subcommands = {ServeCommand.class, EnvCommand.class, SpecCommand.class},
    synopsisSubcommandLabel = "[COMMAND]",
    description = "Huawei Cloud's API Gateway on your own machine: real state, the vendor's exact errors, no account.",
    commandListHeading = "%nCommands (without one, postern serves):%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
        "  postern                             serve on 127.0.0.1:8080, in memory",
        "  postern serve --data-dir state      keep the state in a folder",
        "  eval \"$(postern env)\"               point the SDKs at it",
        "  postern spec apig -o apig.yaml      take the description along",
        "",
        "'postern COMMAND --help' says more about each.",
        "Exit status: 0 all is well, 1 something failed, 2 the command line is wrong."})
final class PosternCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }
}
