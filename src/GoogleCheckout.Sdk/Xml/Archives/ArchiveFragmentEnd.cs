namespace GoogleCheckout.Xml;

/// <summary>How a piece of an archive ends.</summary>
internal enum ArchiveFragmentEnd
{
    /// <summary>With the end tag of its start tag.</summary>
    EndTag,

    /// <summary>Another document or notification begins before the end tag.</summary>
    NextStart,

    /// <summary>The archive ends before the end tag.</summary>
    EndOfArchive,

    /// <summary>The end tag is farther away than the longest notification.</summary>
    Limit,
}
