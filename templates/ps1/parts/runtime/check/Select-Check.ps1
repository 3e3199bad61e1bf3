# In the order of the table. powershell.exe -File passes "a,b" as one text.
function Select-Check {
    param([string[]] $Check, [string[]] $Skip)
    $wanted = @(@($Check) -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ })
    $unwanted = @(@($Skip) -split ',' | ForEach-Object { $_.Trim() })
    if (-not $wanted) { $wanted = $script:DefaultChecks }
    $script:Checks | Where-Object { $_.Id -in $wanted -and $_.Id -notin $unwanted }
}
