using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GoogleCheckout.Packaging;

/// <summary>A look into the packages: of GoogleCheckout.Sdk, unless another is named.</summary>
internal static class SdkPackage
{
    private const string Sdk = "GoogleCheckout.Sdk";

    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The paths of all files but those that every package has.</summary>
    public static IReadOnlyList<string> Files(string extension, string package = Sdk)
    {
        using var archive = Open(extension, package);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && !name.StartsWith('['))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The metadata element of the package's nuspec, without namespaces.</summary>
    public static XElement Metadata(string package = Sdk)
    {
        var nuspec = XElement.Load(new MemoryStream(File("nupkg", $"{package}.nuspec", package)));
        foreach (var element in nuspec.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return nuspec.Element("metadata")!;
    }

    public static PEReader Assembly(string framework) =>
        new(new MemoryStream(File("nupkg", $"lib/{framework}/GoogleCheckout.Sdk.dll")));

    public static MetadataReaderProvider Symbols(string framework) =>
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(File("snupkg", $"lib/{framework}/GoogleCheckout.Sdk.pdb")));

    /// <summary>The JSON that tells a debugger where each source file can be downloaded.</summary>
    public static string SourceLink(MetadataReader symbols) => symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
        .Select(symbols.GetCustomDebugInformation)
        .Where(information => symbols.GetGuid(information.Kind) == SourceLinkKind)
        .Select(information => System.Text.Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
        .Single();

    public static byte[] File(string extension, string path, string package = Sdk)
    {
        using var archive = Open(extension, package);
        using var content = (archive.GetEntry(path) ?? throw new FileNotFoundException($"{path} is not in the {extension}.")).Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static ZipArchive Open(string extension, string package) =>
        ZipFile.OpenRead(Path.Combine(Workshop.Packages, $"{package}.{Workshop.Version}.{extension}"));
}
