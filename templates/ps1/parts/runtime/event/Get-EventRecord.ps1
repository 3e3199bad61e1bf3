# { Time (UTC), Id, Data = @{ name = text } }, newest first. The message is translated, and empty without its
# provider; fields are read by name (that of the disk has none), since their order differs between versions.
# Ids are unique per provider only.
function Get-EventRecord {
    param(
        [Parameter(Mandatory)] [string] $Log,
        [Parameter(Mandatory)] [string] $Provider,
        [Parameter(Mandatory)] [int[]] $Id,
        [Parameter(Mandatory)] [datetime] $Since
    )
    foreach ($record in Read-EventLog -Log $Log -Provider $Provider -Id $Id -Since $Since) {
        $document = [xml] $record.ToXml()
        $data = @{}
        foreach ($node in $document.SelectNodes('//*[local-name()="EventData"]/*[local-name()="Data"]')) {
            $data[$node.GetAttribute('Name')] += $node.InnerText
        }
        foreach ($node in $document.SelectNodes('//*[local-name()="UserData"]//*[not(*)]')) {
            $data[$node.LocalName] = $node.InnerText
        }
        [pscustomobject]@{ Time = $record.TimeCreated.ToUniversalTime(); Id = [int] $record.Id; Data = $data }
    }
}
