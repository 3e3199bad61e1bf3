rem Evidence: the address of the update server is not valid: http://wsus.example:8530/, 0x80072EE6
reg add HKLM\SOFTWARE\Microsoft\PolicyManager\current\device\Update /v UpdateServiceUrl /t REG_SZ /d http://wsus.example:8530/ /f >nul
