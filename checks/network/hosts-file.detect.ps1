param([string[]] $Domains)
$found = Get-HostsLine -Domain $Domains
$evidence = @{ File = $found.File; Lines = @($found.Lines | Select-Object -First 5) }
if ($null -eq $found.Lines) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
if ($evidence.Lines) { return New-Finding -Status Problem -Reason 'redirected' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
