# The event logs of the simulated Windows. Which provider writes which event to which log, and in what form, stands in
# events.csv, taken from manifests and recorded events; what does not stand there is refused.

# Provider -> id -> rows of events.csv, oldest version first.
$script:Manifest = @{}
foreach ($row in Import-Csv -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath 'events.csv')) {
    if (-not $script:Manifest.ContainsKey($row.provider)) { $script:Manifest[$row.provider] = @{} }
    $ids = $script:Manifest[$row.provider]
    if (-not $ids.ContainsKey([int] $row.id)) { $ids[[int] $row.id] = @() }
    $fields = [ordered]@{}
    foreach ($field in $row.fields -split '; ' -ne '') {
        $name, $type = $field -split ':'
        $fields[$name] = $type
    }
    $ids[[int] $row.id] += @{
        Guid = $row.guid; Version = [int] $row.version; Channel = $row.channel; Element = $row.element; Fields = $fields
        # Winmeta: "always" is 0.
        Level = [array]::IndexOf(@('Always', 'Critical', 'Error', 'Warning', 'Informational'), $row.level)
    }
}
# Logs of every Windows 10 and later that hold nothing here unless a scenario adds it.
$script:OtherLogs = 'Application', 'Security', 'HardwareEvents', 'Microsoft-Windows-DeliveryOptimization/Operational',
'Microsoft-Windows-UpdateOrchestrator/Operational', 'Microsoft-Windows-WMI-Activity/Operational'

# What a field of each type looks like in a recorded event, and what stands there where a scenario does not care.
$script:FieldForms = @{
    GUID          = @{ Pattern = '^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$'; Usual = '{00000000-0000-0000-0000-000000000000}' }
    HexInt32      = @{ Pattern = '^0x[0-9A-Fa-f]{1,8}$'; Usual = '0x0' }
    Boolean       = @{ Pattern = '^([Tt]rue|[Ff]alse)$'; Usual = 'false' }
    FILETIME      = @{ Pattern = '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d'; Usual = '1601-01-01T00:00:00.0000000Z' }
    # The one field of the events of disks, which has no name.
    DevicePath    = @{ Pattern = '^\\Device\\'; Usual = '\Device\Harddisk0\DR0' }
    UnicodeString = @{ Pattern = '(?s)'; Usual = '' }
}
foreach ($type in 'UInt8', 'UInt16', 'UInt32', 'UInt64') { $script:FieldForms[$type] = @{ Pattern = '^\d+$'; Usual = '0' } }
foreach ($type in 'Int16', 'Int32', 'Int64') { $script:FieldForms[$type] = @{ Pattern = '^-?\d+$'; Usual = '0' } }

function New-SimulatedEventList {
    , [Mendsheet.Simulation.CheckedList]::new([Func[object, object]] { param($given) ConvertTo-SimulatedEvent -Given $given })
}

# An event as the logs keep it, out of what a scenario says of it: { Provider, Id, Time, Data or UserData } and, where it
# matters, Log and Version; or { Xml } with a recorded event, and Time to move it. Throws where Windows would not write it.
function ConvertTo-SimulatedEvent {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Given)
    foreach ($name in $Given.Keys) {
        if ($name -notin 'Log', 'Provider', 'Id', 'Version', 'Time', 'Data', 'UserData', 'Xml') { throw "An event has no entry '$name'." }
    }
    $event = @{}
    foreach ($name in $Given.Keys) { $event[$name] = $Given[$name] }
    if ($event['Xml']) { Read-RecordedEvent -Event $event }
    $provider = $event['Provider']
    if (-not $script:Manifest.ContainsKey("$provider")) { throw "events.csv knows no provider '$provider'." }
    $rows = $script:Manifest[$provider][[int] $event.Id]
    if (-not $rows) { throw "events.csv knows no event $($event.Id) of ${provider}: add its row from the manifest." }
    $title = "Event $($event.Id) of $provider"
    if ($event['Log'] -and $event.Log -ne $rows[0].Channel) { throw "$title is written to '$($rows[0].Channel)', not to '$($event.Log)'." }
    if ($event.Time -isnot [datetime] -or $event.Time.Kind -eq 'Unspecified') { throw "${title}: Time is a DateTime that is UTC or local." }
    $kept = if ($rows[0].Element) { 'UserData' } else { 'Data' }
    $given = $event[$kept]
    if ($null -eq $given) { throw "$title keeps its fields in $kept." }
    $form = $rows | Where-Object { $null -eq $event['Version'] -or $_.Version -eq $event.Version } |
        Where-Object { $known = @($_.Fields.Keys); -not ($given.Keys | Where-Object { $_ -notin $known }) } | Select-Object -Last 1
    if (-not $form) {
        $known = ($rows | ForEach-Object { "version $($_.Version): $($_.Fields.Keys)" }) -join '; '
        throw "$title has no such fields or version. $known; given: $($event['Version']) $($given.Keys)."
    }
    $fields = [ordered]@{}
    foreach ($name in $form.Fields.Keys) {
        $type = $script:FieldForms[$form.Fields[$name]]
        $value = if ($given.Contains($name)) { [string] $given[$name] } else { $type.Usual }
        if ($value -notmatch $type.Pattern) { throw "${title}: '$value' is no $($form.Fields[$name]) ($name)." }
        # In recorded events in lower case without exception.
        $fields[$name] = if ($form.Fields[$name] -in 'GUID', 'HexInt32') { $value.ToLowerInvariant() } else { $value }
    }
    @{
        Log = $form.Channel; Provider = $provider; Id = [int] $event.Id; Version = $form.Version; Level = $form.Level
        Time = $event.Time.ToUniversalTime(); Data = $fields; Form = $form; Xml = $event['Xml']
    }
}

# Takes out of a recorded event what the entries of a scenario would say.
function Read-RecordedEvent {
    param([Parameter(Mandatory)] [hashtable] $Event)
    $root = ([xml] $Event.Xml).DocumentElement
    $system = $root.SelectSingleNode('*[local-name()="System"]')
    $read = { param($name) $system.SelectSingleNode("*[local-name()='$name']").InnerText }
    $Event.Provider = $system.SelectSingleNode('*[local-name()="Provider"]').GetAttribute('Name')
    $Event.Id = [int] (& $read 'EventID')
    $Event.Version = [int] (& $read 'Version')
    $Event.Log = & $read 'Channel'
    $recorded = $system.SelectSingleNode('*[local-name()="TimeCreated"]').GetAttribute('SystemTime')
    if (-not $Event['Time']) { $Event.Time = [datetimeoffset]::Parse($recorded, [cultureinfo]::InvariantCulture).UtcDateTime }
    $Event.Xml = $Event.Xml.Replace($recorded, $Event.Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffffffZ'))
    $data = @{}
    foreach ($node in $root.SelectNodes('*[local-name()="EventData"]/*[local-name()="Data"]')) { $data[$node.GetAttribute('Name')] = $node.InnerText }
    foreach ($node in $root.SelectNodes('*[local-name()="UserData"]/*/*')) { $data[$node.LocalName] = $node.InnerText }
    $Event[$(if ($root.SelectSingleNode('*[local-name()="UserData"]')) { 'UserData' } else { 'Data' })] = $data
}

# As Windows renders it: single quotes, no line break.
function ConvertTo-EventXml {
    param([Parameter(Mandatory)] [hashtable] $Event, [Parameter(Mandatory)] [int] $RecordId)
    if ($Event.Xml) { return $Event.Xml }
    $form = $Event.Form
    $data = foreach ($name in $Event.Data.Keys) {
        $text = [Security.SecurityElement]::Escape($Event.Data[$name])
        if ($name -eq '') { "<Data>$text</Data><Binary>0F00</Binary>" } elseif ($form.Element) { "<$name>$text</$name>" } else { "<Data Name='$name'>$text</Data>" }
    }
    $body = if ($form.Element) {
        $space = 'http://manifests.microsoft.com/win/2004/08/windows/setup_provider'
        "<UserData><$($form.Element) xmlns='$space'>$(-join $data)</$($form.Element)></UserData>"
    }
    else { "<EventData>$(-join $data)</EventData>" }
    -join @(
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        "<Provider Name='$($Event.Provider)' Guid='$($form.Guid)'/><EventID>$($Event.Id)</EventID><Version>$($Event.Version)</Version>"
        "<Level>$($Event.Level)</Level><Task>1</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>"
        "<TimeCreated SystemTime='$($Event.Time.ToString('yyyy-MM-ddTHH:mm:ss.fffffffZ'))'/><EventRecordID>$RecordId</EventRecordID>"
        "<Correlation/><Execution ProcessID='2004' ThreadID='10364'/><Channel>$($Event.Log)</Channel><Computer>PC.example</Computer>"
        "<Security UserID='S-1-5-18'/></System>$body</Event>"
    )
}

# As PowerShell reads a time in -FilterHashtable (GetEventCommand.cs, HandleStartTimeHashValue): by its text, under the
# rules of the present culture. The kind of a DateTime and the fraction of its second are lost on that way.
function ConvertFrom-FilterTime {
    param([Parameter(Mandatory)] [object] $Value)
    [datetime]::Parse($Value.ToString(), [cultureinfo]::CurrentCulture).ToUniversalTime()
}

function Get-WinEvent {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $FilterHashtable, [int] $MaxEvents = [int]::MaxValue)
    $filter = $FilterHashtable
    foreach ($name in $filter.Keys) {
        if ($name -notin 'LogName', 'ProviderName', 'Id', 'StartTime', 'EndTime', 'Level') { throw "The filter '$name' is not simulated." }
    }
    $fail = {
        param($id, $category, $text)
        $record = [Management.Automation.ErrorRecord]::new([Exception]::new($text), "$id,Microsoft.PowerShell.Commands.GetWinEventCommand", $category, $null)
        $PSCmdlet.WriteError($record)
    }
    $known = @($script:Manifest.Values | ForEach-Object { $_.Values } | ForEach-Object { $_ } | ForEach-Object { $_.Channel }) + $script:OtherLogs
    $logs = @($filter.LogName)
    foreach ($log in $logs) {
        if ($log -in $script:Windows.MissingLogs -or $log -notin $known) {
            return & $fail 'NoMatchingLogsFound' 'ObjectNotFound' "There is not an event log that matches '$log'."
        }
        if ($script:Windows.LogErrors.ContainsKey($log)) { return & $fail 'LogError' 'ReadError' $script:Windows.LogErrors[$log] }
    }
    $providers = @(if ($filter.ContainsKey('ProviderName')) { $filter.ProviderName })
    foreach ($provider in $providers) {
        if (-not $script:Manifest.ContainsKey($provider)) {
            return & $fail 'NoMatchingProvidersFound' 'ObjectNotFound' "There is not an event provider that matches '$provider'."
        }
        $written = @($script:Manifest[$provider].Values | ForEach-Object { $_ } | ForEach-Object { $_.Channel })
        if (-not ($logs | Where-Object { $_ -in $written })) {
            return & $fail 'LogsAndProvidersDontOverlap' 'InvalidArgument' "'$provider' does not write events to '$logs'."
        }
    }
    $since = if ($filter.ContainsKey('StartTime')) { ConvertFrom-FilterTime -Value $filter.StartTime } else { [datetime]::MinValue }
    $until = if ($filter.ContainsKey('EndTime')) { ConvertFrom-FilterTime -Value $filter.EndTime } else { [datetime]::MaxValue }
    $records = @($script:Windows.Events | Where-Object {
            $_.Log -in $logs -and $_.Time -ge $since -and $_.Time -le $until -and
            (-not $providers -or $_.Provider -in $providers) -and
            (-not $filter.ContainsKey('Id') -or $_.Id -in $filter.Id) -and
            (-not $filter.ContainsKey('Level') -or $_.Level -in $filter.Level)
        } | Sort-Object -Property { $_.Time } -Descending | Select-Object -First $MaxEvents)
    if (-not $records) { return & $fail 'NoMatchingEventsFound' 'ObjectNotFound' 'No events were found that match the specified selection criteria.' }
    $words = if ($script:Windows.IsForeign) { 'Informationen', 'Kritisch', 'Fehler', 'Warnung', 'Informationen' }
    else { 'Information', 'Critical', 'Error', 'Warning', 'Information' }
    foreach ($record in $records) {
        $number = 1000 + $script:Windows.Events.IndexOf($record)
        [pscustomobject]@{
            Id               = $record.Id
            Version          = $record.Version
            ProviderName     = $record.Provider
            LogName          = $record.Log
            RecordId         = $number
            MachineName      = 'PC.example'
            TimeCreated      = $record.Time.ToLocalTime()
            Level            = $record.Level
            LevelDisplayName = $words[$record.Level]
            Message          = "$($record.Data.Values)"
            Xml              = ConvertTo-EventXml -Event $record -RecordId $number
        } | Add-Member -MemberType ScriptMethod -Name ToXml -Value { $this.Xml } -PassThru
    }
}
