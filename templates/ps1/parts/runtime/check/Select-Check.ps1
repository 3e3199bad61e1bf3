# In the order of the table. powershell.exe -File passes "a,b" as one text.
function Select-Check {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string[]] $Check, [string[]] $Skip, [switch] $All)
    $wanted = @(@($Check) -split ',' | ForEach-Object -Process { $_.Trim() } | Where-Object -FilterScript { $_ })
    $unwanted = @(@($Skip) -split ',' | ForEach-Object -Process { $_.Trim() })
    if (-not $wanted) { $wanted = if ($All) { $script:Checks.Id } else { $script:DefaultChecks } }
    $script:Checks | Where-Object -FilterScript { $_.Id -in $wanted -and $_.Id -notin $unwanted }
}
