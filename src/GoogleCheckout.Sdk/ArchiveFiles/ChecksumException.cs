namespace GoogleCheckout.Archives;

/// <summary>All of a file was read, and it is not what was compressed.</summary>
internal sealed class ChecksumException() : IOException("its checksum is wrong. Some of its notifications may be wrong although they can be read.");
