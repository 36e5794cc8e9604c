namespace Hub.Grains;

/// <summary>How one silo of a cluster does.</summary>
/// <param name="Silo">Its address.</param>
/// <param name="Areas">Areas in its memory.</param>
/// <param name="Waiting">Commands that wait for their area's turn or are in it.</param>
/// <param name="Answered">Commands answered since its start.</param>
/// <param name="Conflicts">Decisions that were made again because somebody else wrote first.</param>
/// <param name="Activations">Times that an area came into its memory since its start.</param>
/// <param name="CaughtUp">Times that an area was brought up to the end of the log.</param>
public sealed record SiloFigures(string Silo, long Areas, long Waiting, long Answered, long Conflicts, long Activations = 0, long CaughtUp = 0);

/// <summary>A silo that counts as up.</summary>
/// <param name="Silo">Its address.</param>
/// <param name="Figures">How it does; null: it did not answer.</param>
public sealed record SiloState(string Silo, SiloFigures? Figures);
