using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace GoogleCheckout.Packaging;

/// <summary>Follows the section "Install" of the README, command by command, with a new home folder and an empty folder for the site.</summary>
[Platform(Exclude = "Win", Reason = "The commands of the README are those of a Unix shell.")]
public partial class InstallTests
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(2);

    private string _section = string.Empty;
    private IReadOnlyList<string> _commands = [];

    [OneTimeSetUp]
    public void Read()
    {
        _section = Section().Match(File.ReadAllText(Path.Combine(TestWorkspace.Sources, "README.md"))).Value;
        _commands = [.. ShellBlock().Matches(_section).Select(block => block.Groups["code"].Value)];
    }

    [Test]
    public async Task Install_InEmptyFolder_GivesSiteThatHandlesNotification()
    {
        Assert.That(_commands, Has.Count.EqualTo(3), "packages and tool; site; start");
        Assert.That(_commands[0], Does.StartWith("eng/pack\n"), "has run before all tests, with another version");
        var site = Directory.CreateDirectory(Path.Combine(TestWorkspace.Home, "site")).FullName;

        RunAtHome(TestWorkspace.Sources, _commands[0]["eng/pack\n".Length..]);
        RunAtHome(site, _commands[1]);
        File.WriteAllText(Path.Combine(site, "Program.cs"), Program().Match(_section).Groups["code"].Value);
        var help = RunAtHome(site, "googlecheckout sandbox --help");

        Assert.That(help, Does.Contain("sandbox").IgnoreCase);
        Assert.That(Directory.EnumerateFiles(site, "*.csproj").Single(), Does.EndWith("Shop.csproj"));
        await BuyAsync(site);
    }

    private async Task BuyAsync(string site)
    {
        using var limit = new CancellationTokenSource(RunLimit);
        await using var shop = RunningProgram.Start(AtHome(site, _commands[2].Replace("http://localhost:5000", "http://127.0.0.1:0", StringComparison.Ordinal)));
        var address = (await shop.WaitForAsync(Listening(), limit.Token)).Groups["address"].Value;
        using var browser = new HttpClient();

        var page = await browser.GetStringAsync(new Uri($"{address}/buy"), limit.Token);
        var printed = await shop.WaitForAsync(Total(), limit.Token);

        Assert.That(page, Is.EqualTo($"Order {printed.Groups["order"].Value} is placed, and the notification is handled."));
    }

    private static string RunAtHome(string folder, string commands) => Shell.Run(AtHome(folder, commands), InstallLimit);

    /// <summary>A shell with the settings of a new user of this machine: its package sources, and what it has restored.</summary>
    private static ProcessStartInfo AtHome(string folder, string commands)
    {
        var start = Shell.StartInfo(folder, "bash", ["-euo", "pipefail", "-c", commands]);
        start.Environment["HOME"] = TestWorkspace.Home;
        start.Environment["DOTNET_CLI_HOME"] = TestWorkspace.Home;
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["PATH"] = $"{Path.Combine(TestWorkspace.Home, ".dotnet", "tools")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["RestoreFallbackFolders"] = TestWorkspace.MachinePackages;
        return start;
    }

    [GeneratedRegex("^## Install\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("^```sh\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("Now listening on: (?<address>http://[^\\s]+)")]
    private static partial Regex Listening();

    [GeneratedRegex("^Order (?<order>[0-9]+): 12\\.50 USD", RegexOptions.Multiline)]
    private static partial Regex Total();
}
