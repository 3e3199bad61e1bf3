# The open file is the lock: a killed run leaves none. Nothing when another run holds it.
function Open-RunLock {
    # .NET knows neither the drives of PowerShell nor its current folder.
    $path = Join-Path -Path (Get-Item -LiteralPath $script:StateFolder).FullName -ChildPath 'lock'
    try { [IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] { $null }
}
