using Hub.Contracts;

namespace Hub.Grains;

/// <summary>Whom Hub sends its own commands as.</summary>
internal static class Nobody
{
    public static Membership In(StreamKey stream) => new(stream.Tenant, stream.Stream, Guid.Empty, null, Rolle.Medarbejder, Employer.Boligorganisation);
}
