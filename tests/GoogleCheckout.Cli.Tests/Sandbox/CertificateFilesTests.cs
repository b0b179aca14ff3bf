using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Cli.Sandbox;

/// <summary>The exported files replace what is there. They are never written through a link that somebody else left.</summary>
[Platform(Exclude = "Win", Reason = "Symbolic links and file modes of Unix.")]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class CertificateFilesTests
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Names = ["authority.pem", "client-key.pem", "client.pem", "client.pfx"];

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory();

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Write_LinksAreThere_ReplacesThemAndNotTheirTargets()
    {
        var target = Path.Combine(_folder.FullName, "target");
        await File.WriteAllTextAsync(target, "untouched");
        foreach (var name in Names)
        {
            File.CreateSymbolicLink(InFolder(name), target);
        }

        await WriteAsync();

        Assert.That(await File.ReadAllTextAsync(target), Is.EqualTo("untouched"));
        Assert.That(Names.Select(name => new FileInfo(InFolder(name)).LinkTarget), Has.All.Null);
    }

    [Test]
    public async Task Write_ReadableFilesAreThere_KeysAreForTheOwnerOnly()
    {
        foreach (var name in Names)
        {
            await File.WriteAllTextAsync(InFolder(name), "old");
            File.SetUnixFileMode(InFolder(name), Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        }

        await WriteAsync();

        Assert.Multiple(() =>
        {
            Assert.That(new[] { "client-key.pem", "client.pfx" }.Select(name => File.GetUnixFileMode(InFolder(name))), Has.All.EqualTo(Owner));
            Assert.That(new[] { "authority.pem", "client.pem" }.Select(name => File.GetUnixFileMode(InFolder(name)) & UnixFileMode.OtherWrite), Has.All.EqualTo(UnixFileMode.None));
            Assert.That(_folder.EnumerateFiles().Select(file => file.Name), Is.EquivalentTo(Names), "nothing unfinished is left");
        });
    }

    [Test]
    public void Write_AFolderHasTheName_ThrowsAndLeavesNothingUnfinished()
    {
        _folder.CreateSubdirectory("client-key.pem").CreateSubdirectory("full");

        Assert.That(WriteAsync, Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Assert.That(_folder.EnumerateFiles().Select(file => file.Name), Is.EquivalentTo(new[] { "authority.pem", "client.pem" }));
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private async Task WriteAsync()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        CertificateFiles.Write(sandbox, _folder.FullName);
    }
}
