param([int] $Days, [string[]] $Codes)
# The names of the values are versions of stacks; the highest one works.
$key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Version'
$names = @(if (Test-Path -LiteralPath $key) { (Get-Item -LiteralPath $key).GetValueNames() })
$versions = @($names | Where-Object { $_ -match '^\d{1,9}(\.\d{1,9}){3}$' } |
        Sort-Object -Property { [version] $_ })
if ($versions.Count -eq 0) { return New-Finding -Status Unknown -Reason 'version-unreadable' }
$evidence = @{ Version = $versions[-1]; Codes = @() }
$query = @{
    Log      = 'System'
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 19, 20
    Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
}
try { $records = @(Get-EventRecord @query | Sort-Object -Property Time) }
catch { return New-Finding -Status Unknown -Reason 'events-unreadable' -Evidence $evidence }
# Which stack is the newest, Windows does not know: only what asks for a newer one tells.
$open = @{}
foreach ($record in $records) {
    $update = [string] $record.Data['updateGuid']
    $code = [string] $record.Data['errorCode']
    $title = [string] $record.Data['updateTitle']
    $like = Get-UpdateSubject -Title $title
    if ($record.Id -eq 19) {
        foreach ($key in @($open.Keys)) {
            if ($key -eq $update -or ($like -and $open[$key].Like -eq $like)) { $open.Remove($key) }
        }
    }
    elseif ($code -in $Codes -and -not (Test-SettledUpdate -Title $title -Time $record.Time)) {
        $open[$update] = @{ Code = $code; Like = $like }
    }
}
$evidence['Codes'] = @($open.Values | ForEach-Object { $_.Code } | Select-Object -Unique)
if ($open.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
New-Finding -Status Problem -Reason 'too-old' -Evidence $evidence -HResult $evidence.Codes
