using System.Management.Automation;

namespace EngineHost.Pester;

/// <summary>The folder <c>$TestDrive</c>, also the drive <c>TestDrive:</c>: one a file, cleared of what a block made when it ends.</summary>
internal sealed class TestDrive : IDisposable
{
    private const string Name = "TestDrive";

    private readonly SessionState session;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wfpcallout-test-");

    public TestDrive(SessionState session)
    {
        this.session = session;
        session.PSVariable.Set("global:" + Name, folder.FullName);
        PSDriveInfo drive = new(Name, session.Provider.GetOne("FileSystem"), folder.FullName, "", null);
        session.Drive.New(drive, "global");
    }

    public HashSet<string> List() =>
        [.. folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(entry => entry.FullName)];

    public void RemoveAllBut(HashSet<string> kept)
    {
        foreach (FileSystemInfo entry in folder.GetFileSystemInfos("*", SearchOption.AllDirectories))
        {
            // What was found knows nothing of its folder, which may be gone by now.
            entry.Refresh();
            if (entry.Exists && !kept.Contains(entry.FullName))
            {
                Remove(entry);
            }
        }
    }

    public void Dispose()
    {
        session.Drive.Remove(Name, true, "global");
        session.PSVariable.Remove("global:" + Name);
        folder.Delete(recursive: true);
    }

    private static void Remove(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo directory)
        {
            directory.Delete(recursive: true);
        }
        else
        {
            entry.Delete();
        }
    }
}
