using System.Text;
using Hub.Storage.Snapshots;
using Orleans.Storage;

namespace Hub.Silo.Cluster;

/// <summary>How a kept snapshot lies in its row: the bytes are sealed already. Whatever cannot be read is none, for the log is the truth.</summary>
internal sealed class KeptSnapshotSerializer : IGrainStorageSerializer
{
    private const byte Format = 1;

    public BinaryData Serialize<T>(T? input)
    {
        using var bytes = new MemoryStream();
        if (input is KeptSnapshot { Snapshot: { } snapshot })
        {
            using var writer = new BinaryWriter(bytes, Encoding.UTF8);
            writer.Write(Format);
            writer.Write(snapshot.Id.ToByteArray());
            writer.Write(snapshot.Version);
            writer.Write(snapshot.Data);
        }

        return new BinaryData(bytes.ToArray());
    }

    public T Deserialize<T>(BinaryData input)
    {
        object kept = new KeptSnapshot { Snapshot = Read(input.ToArray()) };
        return (T)kept;
    }

    private static SealedSnapshot? Read(byte[] row)
    {
        try
        {
            using var bytes = new MemoryStream(row);
            using var reader = new BinaryReader(bytes, Encoding.UTF8);
            return reader.ReadByte() != Format
                ? null
                : new SealedSnapshot(new Guid(reader.ReadBytes(16)), reader.ReadString(), row[(int)bytes.Position..]);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return null;
        }
    }
}
