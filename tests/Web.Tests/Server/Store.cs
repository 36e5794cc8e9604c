using Hub.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Server;

/// <summary>What someone with access to the file itself could do.</summary>
public static class Store
{
    /// <summary>Takes a command's receipt away, as if the process had died before it.</summary>
    public static Task ForgetReceipt(this HubServer hub, Guid commandId) =>
        hub.Services.GetRequiredService<HubStore>().Sqlite!.Writer.Run((connection, transaction) =>
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "delete from receipts where command_id = $1";
            command.Parameters.AddWithValue("$1", commandId.ToByteArray(bigEndian: true));
            return command.ExecuteNonQuery();
        });
}
