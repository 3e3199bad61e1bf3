# { Time (UTC), Id, Data = @{ name = text } }, newest first. The message is translated, and empty without its
# provider; fields are read by name, since their order differs between versions.
function Get-EventRecord {
    param(
        [Parameter(Mandatory)] [string] $Log,
        [string] $Provider,
        [int[]] $Id,
        [Parameter(Mandatory)] [datetime] $Since
    )
    $filter = @{ LogName = $Log; StartTime = $Since }
    if ($Provider) { $filter.ProviderName = $Provider }
    if ($Id) { $filter.Id = $Id }
    try { $records = @(Get-WinEvent -FilterHashtable $filter -ErrorAction Stop) }
    catch {
        if ($_.FullyQualifiedErrorId -like 'NoMatchingEventsFound*') { return }
        throw
    }
    foreach ($record in $records) {
        $document = [xml] $record.ToXml()
        $data = @{}
        foreach ($node in $document.SelectNodes('//*[local-name()="EventData"]/*[@Name]')) {
            $data[$node.GetAttribute('Name')] = $node.InnerText
        }
        foreach ($node in $document.SelectNodes('//*[local-name()="UserData"]//*[not(*)]')) {
            $data[$node.LocalName] = $node.InnerText
        }
        [pscustomobject]@{ Time = $record.TimeCreated.ToUniversalTime(); Id = [int] $record.Id; Data = $data }
    }
}
