function Get-EventRecord([string] $Log, [string] $Provider, [int[]] $Id, [datetime] $Since) {
    # Get-WinEvent takes a DateTime for local time; a text with its zone means the same everywhere.
    $filter = @{ LogName = $Log; ProviderName = $Provider; Id = $Id; StartTime = $Since.ToUniversalTime().ToString('o') }
    try { $records = Get-WinEvent -FilterHashtable $filter }
    catch { if ($_.FullyQualifiedErrorId -like 'NoMatchingEventsFound*') { return } else { throw } }
    foreach ($record in $records) {
        $data = @{}
        ([xml] $record.ToXml()).SelectNodes('//*[local-name()="EventData"]/*[local-name()="Data"]') |
            ForEach-Object { $data[$_.GetAttribute('Name')] += $_.InnerText }
        [pscustomobject]@{ Time = $record.TimeCreated.ToUniversalTime(); Id = [int] $record.Id; Data = $data }
    }
}
