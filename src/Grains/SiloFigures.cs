namespace Hub.Grains;

/// <summary>How one silo of a cluster does.</summary>
/// <param name="Silo">Its address.</param>
/// <param name="Areas">Areas in its memory.</param>
/// <param name="Waiting">Commands that wait for their area's turn or are in it.</param>
/// <param name="Answered">Commands answered since its start.</param>
/// <param name="Conflicts">Decisions that were made again because somebody else wrote first.</param>
public sealed record SiloFigures(string Silo, long Areas, long Waiting, long Answered, long Conflicts);

/// <summary>A silo that counts as up.</summary>
/// <param name="Silo">Its address.</param>
/// <param name="Figures">How it does; null: it did not answer.</param>
public sealed record SiloState(string Silo, SiloFigures? Figures);
