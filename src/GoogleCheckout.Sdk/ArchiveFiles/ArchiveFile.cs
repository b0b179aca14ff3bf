namespace GoogleCheckout.Archives;

/// <summary>A file on disk.</summary>
/// <param name="Path">The path.</param>
/// <param name="Length">The length in bytes; 0 if it is not known.</param>
/// <param name="Error">Why the folder with this path cannot be listed; null if it is a file.</param>
internal readonly record struct ArchiveFile(string Path, long Length, Exception? Error = null)
{
    /// <summary>Finds files, and those of folders and their subfolders.</summary>
    /// <param name="paths">The paths of files and folders.</param>
    public static IEnumerable<ArchiveFile> Find(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                yield return new ArchiveFile(path, GetLength(path));
                continue;
            }

            foreach (var file in FindIn(path))
            {
                yield return file;
            }
        }
    }

    // Without recursion: an archive can have folders inside each other as deep as paths can be long.
    private static IEnumerable<ArchiveFile> FindIn(string folder)
    {
        var waiting = new Stack<FileSystemInfo>();
        waiting.Push(new DirectoryInfo(folder));
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (next is FileInfo file)
            {
                yield return new ArchiveFile(file.ToString(), GetLength(file.ToString()));
                continue;
            }

            if (List((DirectoryInfo)next, waiting) is { } error)
            {
                yield return new ArchiveFile(next.ToString(), 0, error);
            }
        }
    }

    // A link can lead out of the archive, or in a circle. To open a pipe would wait for a program that writes to it: its length is 0.
    private static Exception? List(DirectoryInfo folder, Stack<FileSystemInfo> waiting)
    {
        try
        {
            var found = folder.GetFileSystemInfos();
            Array.Sort(found, (left, right) => string.CompareOrdinal(right.Name, left.Name));
            foreach (var item in found)
            {
                if ((item.Attributes & FileAttributes.ReparsePoint) == 0 && item is not FileInfo { Length: 0 })
                {
                    waiting.Push(item);
                }
            }

            return null;
        }
        catch (Exception e) when (ArchiveContent.IsFileError(e))
        {
            return e;
        }
    }

    private static long GetLength(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (ArchiveContent.IsFileError(e))
        {
            return 0;
        }
    }
}
