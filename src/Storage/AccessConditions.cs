namespace Hub.Storage;

/// <summary>A filter as SQL with parameters $1, $2, …: only what it asks for, so that the database can choose an index.</summary>
internal static class AccessConditions
{
    /// <param name="filter">The filter.</param>
    /// <param name="select">The statement up to its conditions.</param>
    /// <param name="holds">The condition that a row has to do with the case in {0}.</param>
    internal static (string Sql, object[] Args) Of(AccessFilter filter, string select, string holds)
    {
        var args = new List<object> { filter.Tenant, filter.Omraade };
        var conditions = "tenant = $1 and omraade = $2";
        And("user_id = {0}", filter.User);
        And(holds, filter.Case);
        And("kontor = {0}", (short?)filter.Kontor);
        And("at >= {0}", filter.From);
        And("at < {0}", filter.Until);
        if (filter.After is { } after)
        {
            args.Add(after.At);
            And($"(at, position) < (${args.Count}, {{0}})", after.Position);
        }

        args.Add(filter.Limit);
        return ($"{select} where {conditions} order by at desc, position desc limit ${args.Count}", [.. args]);

        void And(string condition, object? value)
        {
            if (value is not null)
            {
                args.Add(value);
                conditions += $" and {string.Format(null, condition, $"${args.Count}")}";
            }
        }
    }
}
