using Hub.Contracts;

namespace Hub.Web.Demo.Stories;

/// <summary>Sønderparken: another boligorganisation, which knows nothing of the other two areas.</summary>
internal static class SoenderparkenStories
{
    public static async Task Tell(DemoTurn area)
    {
        await Navnene(area);
        await Boernene(area);
        await Nattesoevn(area);
        await Tilbagesendt(area);
        area.Day(0, 7, 30);
        await area.As("bestyrelse", "legeplads", new OpenMatter(
            "Gyngerne på legepladsen", "Den ene gynge hænger i én kæde. Kan den tages ned, til den er lavet?", Kontor.Ejendomskontor));
    }

    private static async Task Navnene(DemoTurn area)
    {
        area.Day(7, 9);
        var sag = await area.Flag(
            "navne", "ejendom", Category.Fremleje, Severity.Lav, "Fire navne på postkassen og nye ansigter hver måned.",
            area.Beboer(null, "Slåenvænget 12, 2. tv"), new LegalBasisInput(LegalBasisKind.Lejekontrakt));
        area.Day(6, 9, 40);
        await area.PickUp("navne/tag", "ejendomsleder", sag);
        area.Day(4, 11);
        await area.As("ejendomsleder", "navne/luk", new CloseCase(sag, Outcome.Ubegrundet, "Det er familien, der er flyttet hjem. Alle er tilmeldt."));
    }

    private static async Task Boernene(DemoTurn area)
    {
        area.Day(3, 9, 30);
        var sag = await area.Flag(
            "boern", "ejendom", Category.BarnEllerUng, Severity.Hoej,
            "To mindre børn er set alene ude efter kl. 22 flere aftener. Jeg har selv underrettet kommunen.",
            area.Beboer(null, "Hybenvænget 14, 1. th"), new LegalBasisInput(LegalBasisKind.BeretigetInteresse), boern: true);
        area.Day(3, 9, 45);
        await area.As("ejendom", "boern/underret", new RecordUnderretning(sag, area.Now));
        area.Day(3, 10, 15);
        await area.PickUp("boern/tag", "boligsocial2", sag);
    }

    private static async Task Nattesoevn(DemoTurn area)
    {
        area.Day(2, 11, 10);
        var sag = await area.Flag(
            "soevn", "boligsocial", Category.BekymrendeAdfaerd, Severity.Hoej,
            "Har selv bedt om hjælp: sover næsten ikke og føler sig overvåget. Har skrevet under på, at kommunens team må kontaktes.",
            area.Beboer("Viggo Damkjær", "Hybenvænget 10, 2. th", "00 52 17 36"), new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Skriftligt), Vulnerability.Stor, Kilde.Selv);
        area.Day(2, 11, 40);
        await area.As("boligsocial", "soevn/kommune", new RecordDisclosure(
            sag, "Kommunens socialpsykiatriske team", "Navn, telefon og at beboeren ønsker kontakt", LegalBasisKind.Samtykke, area.Now));
        area.Day(2, 14);
        await area.Note("soevn/opkald", "boligsocial", sag, NoteKind.Opkald, "Teamet kommer på besøg onsdag. Ringer sammen med beboeren bagefter.");
    }

    private static async Task Tilbagesendt(DemoTurn area)
    {
        area.Day(1, 9, 30);
        var sag = await area.Flag(
            "affald", "boligsocial", Category.Vanroegt, Severity.Mellem, "Har bedt om hjælp til at komme af med gamle møbler før et besøg fra hjemmeplejen.",
            area.Beboer("Lis Overby", "Slåenvænget 10, st. tv"), new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, null, Kontorer.Personale), kilde: Kilde.Selv);
        area.Day(1, 9, 50);
        var overdragelse = await area.Offer(
            "affald/overdrag", "boligsocial", sag, Kontor.Ejendomskontor, "I har vognen.", "Et skab, en sofa og en madras skal hentes på første sal.");
        area.Day(1, 12, 45);
        await area.As("ejendom", "affald/afvis", new DeclineHandover(overdragelse, "Vi henter gerne, men lejligheden ligger i stuen. Er det den rigtige dør?"));
    }
}
