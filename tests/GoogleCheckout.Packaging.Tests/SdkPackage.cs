using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GoogleCheckout.Packaging;

/// <summary>A look into the packages of GoogleCheckout.Sdk, and of those that go with it.</summary>
internal static class SdkPackage
{
    private const string Sdk = "GoogleCheckout.Sdk";

    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The paths of all files but those that every package has.</summary>
    public static IReadOnlyList<string> Files(string extension, string id = Sdk)
    {
        using var package = Open(extension, id);
        return [.. package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && !name.StartsWith('['))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The metadata element of the package's nuspec, without namespaces.</summary>
    public static XElement Metadata(string id = Sdk)
    {
        var nuspec = XElement.Load(new MemoryStream(File("nupkg", $"{id}.nuspec", id)));
        foreach (var element in nuspec.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return nuspec.Element("metadata")!;
    }

    public static PEReader Assembly(string framework, string id = Sdk) =>
        new(new MemoryStream(File("nupkg", $"lib/{framework}/{id}.dll", id)));

    public static MetadataReaderProvider Symbols(string framework) =>
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(File("snupkg", $"lib/{framework}/GoogleCheckout.Sdk.pdb")));

    /// <summary>The JSON that tells a debugger where each source file can be downloaded.</summary>
    public static string SourceLink(MetadataReader symbols) => symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
        .Select(symbols.GetCustomDebugInformation)
        .Where(information => symbols.GetGuid(information.Kind) == SourceLinkKind)
        .Select(information => System.Text.Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
        .Single();

    public static byte[] File(string extension, string path, string id = Sdk)
    {
        using var package = Open(extension, id);
        using var content = (package.GetEntry(path) ?? throw new FileNotFoundException($"{path} is not in the {extension}.")).Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ZipArchive Open(string extension, string id) =>
        ZipFile.OpenRead(Path.Combine(TestWorkspace.Packages, $"{id}.{TestWorkspace.Version}.{extension}"));
}
