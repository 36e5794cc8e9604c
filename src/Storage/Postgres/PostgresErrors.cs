using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>What an exception says about the transaction it ended.</summary>
internal static class PostgresErrors
{
    /// <summary>The server said that it undid the transaction. Anything else leaves open whether it committed.</summary>
    internal static bool IsRolledBack(Exception e) => e is PostgresException { InvariantSeverity: "ERROR" };

    internal static bool IsTaken(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>A lock or an answer could not be had in time, or two transactions waited for each other.</summary>
    internal static bool IsBusy(Exception e) => e is PostgresException
    {
        SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory,
    };

    /// <summary>The connection broke or the server is going down.</summary>
    internal static bool IsOutage(NpgsqlException e) => !IsRolledBack(e) || IsBusy(e);
}
